import { Disclosure, DisclosurePanel } from 'react-aria-components';
import { outOfRange } from '../../shared/session/planEditing.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { BlockFields } from './BlockFields.tsx';
import { obstaclesTo, type Standing, summaryOf } from './blockWords.ts';

/** The buttons of a row, as the focus finds them again. */
export type BlockAction = 'edit' | 'up' | 'down';

interface BlockRowProps {
  readonly block: Block;
  readonly rowKey: number;
  /** From 1. */
  readonly place: number;
  readonly of: number;
  readonly standing: Standing;
  readonly isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onChange(block: Block): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One exercise of a session in a line, and all of its figures once it is opened. */
export function BlockRow({ block, rowKey, place, of, standing, isOpen, ...act }: BlockRowProps) {
  const { name } = text.exercise(block.exercise);
  const isOnly = outOfRange('blocks', of - 1) !== null;
  return (
    <li data-row={rowKey}>
      <Disclosure className="block" isExpanded={isOpen} onExpandedChange={act.onOpen}>
        <div className="block-head">
          <Button slot="trigger" look="quiet" data-action="edit">
            <span className="block-place soft">{place}</span>
            <span className="block-words">
              <strong>{name}</strong>
              <span className="small soft">{summaryOf(block)}</span>
            </span>
            <span className="block-part small">{text.blocks.parts[block.part]}</span>
            <span className="block-chevron" aria-hidden="true">
              ▾
            </span>
          </Button>
          <Button
            aria-label={text.blocks.up(name)}
            data-action="up"
            isDisabled={place === 1}
            onPress={() => act.onMove(-1)}
          >
            ↑
          </Button>
          <Button
            aria-label={text.blocks.down(name)}
            data-action="down"
            isDisabled={place === of}
            onPress={() => act.onMove(1)}
          >
            ↓
          </Button>
        </div>
        {obstaclesTo(block.exercise, standing).map((obstacle) => (
          <p key={obstacle} className="block-obstacle small">
            {obstacle}
          </p>
        ))}
        <DisclosurePanel className="block-panel">
          <BlockFields block={block} standing={standing} onChange={act.onChange} />
          {isOnly ? (
            <p className="small soft">{text.blocks.lastOne}</p>
          ) : (
            <div className="row">
              <Button aria-label={text.blocks.remove(name)} onPress={act.onRemove}>
                {text.blocks.takeOut}
              </Button>
            </div>
          )}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
