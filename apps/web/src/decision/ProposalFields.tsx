import { ActionIcon, Button, Checkbox, Group, Radio, SegmentedControl, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type BoardSnapshot, type DecisionMode, type Reversibility, limits, reversibilities, suggestedMode } from '@baton/domain';
import { DateField } from '../time/DateField';
import { DayField } from '../time/DayField';
import { type ProposalForm, peopleOn } from './form';
import { PeopleSelect } from './PeopleSelect';
import { modeWords, reversibilityWords } from './words';
import css from './Decision.module.css';

interface ProposalFieldsProps {
  form: ProposalForm;
  board: BoardSnapshot;
  /** Opened before: how it is decided and who is asked stay. */
  opened: boolean;
  onChange: (change: Partial<ProposalForm>) => void;
}

/** What a proposal says, who decides it and how, and who is asked. */
export function ProposalFields({ form, board, opened, onChange }: ProposalFieldsProps) {
  const passes = form.mode === 'lazy' || form.mode === 'consent';
  return (
    <Stack gap="sm">
      <TextInput
        label="The question"
        placeholder="Which API do we build on?"
        dir="auto"
        maxLength={limits.question}
        data-autofocus
        value={form.question}
        onChange={(e) => onChange({ question: e.currentTarget.value })}
      />
      <Textarea
        label="What one should know first"
        autosize
        minRows={2}
        dir="auto"
        value={form.context}
        onChange={(e) => onChange({ context: e.currentTarget.value })}
      />
      <Options options={form.options} onChange={(options) => onChange({ options })} />
      <TextInput
        label={passes ? 'What you propose' : 'What you recommend, if you know'}
        dir="auto"
        value={form.recommendation}
        onChange={(e) => onChange({ recommendation: e.currentTarget.value })}
      />
      <Textarea
        label="Because"
        autosize
        minRows={1}
        dir="auto"
        value={form.because}
        onChange={(e) => onChange({ because: e.currentTarget.value })}
      />
      {!opened && <Mode form={form} onChange={onChange} />}
      <Select
        label="Who decides"
        searchable
        data={peopleOn(board)}
        value={form.deciderId}
        onChange={(deciderId) => onChange({ deciderId })}
      />
      {!opened && (
        <>
          <PeopleSelect
            board={board}
            label="Whose view you ask for"
            description="Each gets time in their own working hours. Their silence counts only after that."
            value={form.contributorIds}
            onChange={(contributorIds) => onChange({ contributorIds })}
          />
          {passes && form.contributorIds.length > 0 && (
            <PeopleSelect
              board={board}
              label="Of them, who must have been heard"
              only={form.contributorIds}
              value={form.requiredIds.filter((id) => form.contributorIds.includes(id))}
              onChange={(requiredIds) => onChange({ requiredIds })}
            />
          )}
        </>
      )}
      <details className={css.more}>
        <summary>More: who is told, dates, how stances are shown</summary>
        <Stack gap="sm" mt="xs">
          <PeopleSelect
            board={board}
            label="Who hears the outcome"
            value={form.informedIds}
            without={form.contributorIds}
            onChange={(informedIds) => onChange({ informedIds })}
          />
          <Group gap="lg" wrap="wrap">
            <div>
              <Text size="sm" fw={500}>
                Input stays open at least until
              </Text>
              <DateField
                label="Input stays open at least until"
                value={form.closesWish}
                onChange={(closesWish) => onChange({ closesWish })}
              />
            </div>
            <div>
              <Text size="sm" fw={500}>
                Decided by
              </Text>
              <DateField label="Decided by" value={form.decideBy} onChange={(decideBy) => onChange({ decideBy })} />
            </div>
            <DayField label="Look again on" value={form.reviewOn} onChange={(reviewOn) => onChange({ reviewOn })} />
          </Group>
          <TextInput
            label="Or look again when"
            placeholder="When we have ten customers"
            dir="auto"
            maxLength={limits.reason}
            value={form.reviewTrigger}
            onChange={(e) => onChange({ reviewTrigger: e.currentTarget.value })}
          />
          <Checkbox
            label="Nobody sees the views of others before giving their own"
            checked={form.hideStances}
            onChange={(e) => onChange({ hideStances: e.currentTarget.checked })}
          />
          <Checkbox
            label="The linked tasks cannot go on before it"
            checked={form.blocking}
            onChange={(e) => onChange({ blocking: e.currentTarget.checked })}
          />
        </Stack>
      </details>
    </Stack>
  );
}

function Mode({ form, onChange }: Pick<ProposalFieldsProps, 'form' | 'onChange'>) {
  const modes: DecisionMode[] = ['advice', 'lazy', 'consent'];
  return (
    <>
      <div>
        <Text size="sm" fw={500} id="reversibility">
          If it turns out wrong, it is
        </Text>
        <SegmentedControl
          size="xs"
          mt={4}
          className={css.segmented}
          aria-labelledby="reversibility"
          value={form.reversibility}
          onChange={(value) => onChange({ reversibility: value as Reversibility, mode: suggestedMode[value as Reversibility] })}
          data={reversibilities.map((value) => ({ value, label: reversibilityWords[value] }))}
        />
      </div>
      <Radio.Group label="How it is decided" value={form.mode} onChange={(value) => onChange({ mode: value as DecisionMode })}>
        <Stack gap={6} mt={4}>
          {modes.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              label={suggestedMode[form.reversibility] === mode ? `${modeWords[mode].name} (fits)` : modeWords[mode].name}
              description={modeWords[mode].hint}
            />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}

function Options({ options, onChange }: { options: ProposalForm['options']; onChange: (options: ProposalForm['options']) => void }) {
  const set = (i: number, change: Partial<ProposalForm['options'][number]>) =>
    onChange(options.map((option, at) => (at === i ? { ...option, ...change } : option)));
  return (
    <div>
      {options.map((option, i) => (
        <Group key={i} gap="xs" align="flex-end" wrap="wrap" mb="xs">
          <TextInput
            label={`Option ${i + 1}`}
            dir="auto"
            flex={2}
            miw={160}
            value={option.text}
            onChange={(e) => set(i, { text: e.currentTarget.value })}
          />
          <TextInput
            label="Good"
            dir="auto"
            flex={1}
            miw={110}
            value={option.good}
            onChange={(e) => set(i, { good: e.currentTarget.value })}
          />
          <TextInput
            label="Bad"
            dir="auto"
            flex={1}
            miw={110}
            value={option.bad}
            onChange={(e) => set(i, { bad: e.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Take option ${i + 1} away`}
            onClick={() => onChange(options.filter((_, at) => at !== i))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </Group>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange([...options, { text: '', good: '', bad: '' }])}>
        Add an option
      </Button>
    </div>
  );
}
