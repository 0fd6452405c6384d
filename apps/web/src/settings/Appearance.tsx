import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { setDensity, useDensity } from '../ui/density';

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  return (
    <Stack maw={420}>
      <div>
        <Text fw={600} mb={4}>
          Light or dark
        </Text>
        <SegmentedControl
          fullWidth
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
          data={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          aria-label="Light or dark"
        />
      </div>
      <div>
        <Text fw={600} mb={4}>
          How close cards stand
        </Text>
        <SegmentedControl
          fullWidth
          value={density}
          onChange={setDensity}
          data={[
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'compact', label: 'Compact' },
            { value: 'list', label: 'List' },
          ]}
          aria-label="How close cards stand"
        />
      </div>
    </Stack>
  );
}
