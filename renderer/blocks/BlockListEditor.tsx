import { useEffect, useRef, useState } from 'react';
import { moved, outOfRange, withBlock } from '../../shared/session/planEditing.ts';
import { type Block, PLAN_LIMITS } from '../../shared/session/sessionPlan.ts';
import { text } from '../messages/en.ts';
import { SearchPicker } from '../ui/SearchPicker.tsx';
import { type BlockAction, BlockRow } from './BlockRow.tsx';
import { exerciseSections, type Standing } from './blockWords.ts';
import './blocks.css';

interface BlockListEditorProps extends Standing {
  readonly blocks: readonly Block[];
  onChange(blocks: Block[]): void;
}

/** The exercises of a session in their order: add, change, move, take out. It always holds what can be done as it stands. */
export function BlockListEditor({ blocks, onChange, ...standing }: BlockListEditorProps) {
  const { keys, setKeys, newKey } = useRowKeys(blocks.length);
  const [openKey, setOpenKey] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { listRef, focusNext } = useFocusAfterChange();

  const add = (exercise: Block['exercise']): void => {
    const { blocks: next, at } = withBlock(blocks, exercise);
    const key = newKey();
    setKeys(keys.toSpliced(at, 0, key));
    setOpenKey(key);
    setSaid(text.blocks.added(text.exercise(exercise).name, at + 1));
    focusNext(key, 'edit');
    onChange(next);
  };
  const move = (at: number, by: -1 | 1, name: string): void => {
    const [key, to] = [keys[at] ?? 0, at + by];
    setKeys(moved(keys, at, by));
    setSaid(text.blocks.movedTo(name, to + 1, blocks.length));
    // At either end the button that was pressed has nothing left to do.
    focusNext(key, to === 0 ? 'down' : to === blocks.length - 1 ? 'up' : by < 0 ? 'up' : 'down');
    onChange(moved(blocks, at, by));
  };
  const remove = (at: number, name: string): void => {
    setKeys(keys.toSpliced(at, 1));
    setOpenKey(null);
    setSaid(text.blocks.removed(name));
    focusNext(keys[at + 1] ?? keys[at - 1] ?? 0, 'edit');
    onChange(blocks.toSpliced(at, 1));
  };
  return (
    <div className="block-editor" ref={listRef}>
      <ol className="block-list" aria-label={text.blocks.list}>
        {blocks.map((block, at) => {
          const { name } = text.exercise(block.exercise);
          const key = keys[at] ?? at;
          return (
            <BlockRow
              key={key}
              rowKey={key}
              block={block}
              place={at + 1}
              of={blocks.length}
              standing={standing}
              isOpen={key === openKey}
              onOpen={(isOpen) => setOpenKey(isOpen ? key : null)}
              onChange={(next) => onChange(blocks.with(at, next))}
              onMove={(by) => move(at, by, name)}
              onRemove={() => remove(at, name)}
            />
          );
        })}
      </ol>
      {outOfRange('blocks', blocks.length + 1) ? (
        <p className="small soft">{text.blocks.full(PLAN_LIMITS.blocks[1])}</p>
      ) : (
        <SearchPicker
          key={blocks.length}
          label={text.blocks.add}
          placeholder={text.blocks.addPlaceholder}
          open={text.blocks.showAll}
          sections={exerciseSections(standing)}
          value={null}
          onChange={add}
        />
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** A name for each row that stays with it while it moves; made anew when the blocks were replaced from outside. */
function useRowKeys(length: number) {
  const next = useRef(length);
  const [keys, setKeys] = useState<readonly number[]>(() => Array.from({ length }, (_, i) => i));
  const newKey = (): number => next.current++;
  if (keys.length !== length) setKeys(Array.from({ length }, newKey));
  return { keys, setKeys, newKey };
}

/** Where the focus belongs once the rows stand in their new order. */
function useFocusAfterChange() {
  const listRef = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ readonly key: number; readonly action: BlockAction } | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const { key, action } = wanted.current;
    wanted.current = null;
    listRef.current?.querySelector<HTMLElement>(`[data-row="${key}"] [data-action="${action}"]`)?.focus();
  });
  const focusNext = (key: number, action: BlockAction): void => {
    wanted.current = { key, action };
  };
  return { listRef, focusNext };
}
