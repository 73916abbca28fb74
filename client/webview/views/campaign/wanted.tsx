import { useState } from 'preact/hooks';
import type { CampaignWanted } from '../../campaign-state.ts';

/** How much is tried; the button tries it. */
export function Wanted({
  wanted,
  start,
}: {
  readonly wanted: CampaignWanted;
  readonly start: (wanted: CampaignWanted) => void;
}) {
  const [failures, setFailures] = useState(wanted.failures);
  const [seeds, setSeeds] = useState(wanted.seeds);
  const again = (event: Event): void => {
    event.preventDefault();
    start({ failures, seeds });
  };
  return (
    <form class="wanted" onSubmit={again}>
      <label>
        <input
          type="checkbox"
          checked={failures === 2}
          onChange={(event) => setFailures(event.currentTarget.checked ? 2 : 1)}
        />
        <span>Every pair, too</span>
      </label>
      <label>
        <span>Seeds</span>
        <input
          type="number"
          min={1}
          max={50}
          value={seeds}
          onInput={(event) => setSeeds(Math.max(1, Math.min(50, Math.round(Number(event.currentTarget.value)) || 1)))}
        />
      </label>
      <button type="submit" class="secondary">
        Run again
      </button>
    </form>
  );
}
