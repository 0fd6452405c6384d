import type { Window } from '@baton/domain';
import { type DayBand, shareOf } from './dayBand';
import { timesInWords } from './words';
import css from './Band.module.css';

interface BandProps {
  band: DayBand;
  /** The zone that the band is read in. */
  zone: string;
  marks: readonly { hour: number; share: number }[];
  now: number;
  /** The whole band in words. */
  label: string;
  assumed?: boolean;
  /** Instants at which what has waited is delivered. */
  deliveries?: readonly number[];
}

/** One person's 24 hours: work filled, focus hatched, time off faint, a hairline for now. Drawn left to right in every language. */
export function Band({ band, zone, marks, now, label, assumed = false, deliveries = [] }: BandProps) {
  const at = (instant: number) => ({ left: `${shareOf(instant, band)}%` });
  const place = ({ start, end }: Window) => ({ ...at(start), width: `${shareOf(end, band) - shareOf(start, band)}%` });
  const piece = (kind: 'working' | 'focus' | 'away' | 'holiday', window: Window, word: string, shown = '') => (
    <div
      key={`${kind} ${word} ${window.start}`}
      className={`${css.piece} ${css[kind]}`}
      style={place(window)}
      title={`${word} ${timesInWords(window, zone)}`}
    >
      {shown}
    </div>
  );
  return (
    <div className={css.band} dir="ltr" role="img" aria-label={label} data-assumed={assumed}>
      {marks.map(({ hour, share }) => hour % 24 !== 0 && <span key={hour} className={css.tick} style={{ left: `${share}%` }} />)}
      {band.holidays.map((holiday) => piece('holiday', holiday, holiday.name, holiday.name))}
      {band.away.map((window) => piece('away', window, 'away', 'away'))}
      {band.working.map((window) => piece('working', window, assumed ? 'assumed hours' : 'works'))}
      {band.focus.map((window) => piece('focus', window, 'focus'))}
      {deliveries.map((mark) => (
        <span key={mark} className={css.delivery} style={at(mark)} />
      ))}
      {now >= band.from && now < band.to && <span className={css.now} style={at(now)} title="now" />}
    </div>
  );
}

/** The hours above the bands. The bands say their times themselves, so this is for the eye only. */
export function HourScale({ marks }: { marks: BandProps['marks'] }) {
  return (
    <div className={css.scale} dir="ltr" aria-hidden>
      {marks.map(({ hour, share }) => (
        <span key={hour} className={css.hour} data-hour={hour} style={{ left: `${share}%` }}>
          {hour}
        </span>
      ))}
    </div>
  );
}

/** What the fillings mean. */
export function Legend({ deliveries = false }: { deliveries?: boolean }) {
  return (
    <p className={css.legend}>
      <Key className={`${css.piece} ${css.working}`} word="working" />
      <Key className={`${css.piece} ${css.focus}`} word="focus" />
      <Key className={`${css.piece} ${css.away}`} word="away" />
      <Key className={`${css.piece} ${css.holiday}`} word="holiday" />
      {deliveries && (
        <span className={css.key}>
          <span className={`${css.delivery} ${css.swatchDelivery}`} aria-hidden />
          delivery
        </span>
      )}
    </p>
  );
}

function Key({ className, word }: { className: string; word: string }) {
  return (
    <span className={css.key}>
      <span className={`${className} ${css.swatch}`} aria-hidden />
      {word}
    </span>
  );
}
