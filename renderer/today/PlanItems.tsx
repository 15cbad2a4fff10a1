import type { PlannedItem, Reason } from '../../shared/progression/plannedSession.ts';
import { text } from '../messages/en.ts';

/** What the session consists of, in order, each with the reasons why it is there. */
export function PlanItems({ items }: { readonly items: readonly PlannedItem[] }) {
  return (
    <ol className="plan-items" aria-label={text.today.items}>
      {items.map(({ block, reasons: all }, i) => {
        const reasons = unsaid(all, items.slice(0, i));
        const isNewPart = items[i - 1]?.block.part !== block.part;
        const sides = text.blocks.takingTurns(block.sides);
        return (
          <li key={`${block.part} ${block.exercise}`} className="plan-item">
            <span className="plan-part">{isNewPart && text.blocks.parts[block.part]}</span>
            <div>
              <p>
                <strong className="plan-name">{text.exercise(block.exercise).name}</strong>
                {sides && <span className="soft"> · {sides}</span>}
              </p>
              <p className="small soft">{reasons.map((reason) => text.reason(reason)).join(' ')}</p>
            </div>
            <span className="plan-amount">{text.blocks.amount(block)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** That one side goes first holds for all that follows: once is enough, where there is another reason to give. */
function unsaid(reasons: readonly Reason[], before: readonly PlannedItem[]): readonly Reason[] {
  const isSaid = before.some((item) => item.reasons.some(({ code }) => code === 'sore-side-first'));
  const others = reasons.filter(({ code }) => code !== 'sore-side-first');
  return isSaid && others.length > 0 ? others : reasons;
}
