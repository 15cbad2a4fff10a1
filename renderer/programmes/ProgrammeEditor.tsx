import type { RefObject } from 'react';
import { equipmentFor } from '../../shared/session/planEditing.ts';
import { estimatedMs } from '../../shared/session/sessionPlan.ts';
import { type Programme, problemOf, programmeSchema } from '../../shared/settings/settings.ts';
import { BlockListEditor } from '../blocks/BlockListEditor.tsx';
import { StartOrWhyNot } from '../blocks/StartOrWhyNot.tsx';
import { text } from '../messages/en.ts';
import { formatAboutDuration } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { ProgrammeActions } from './programmeActions.ts';

interface ProgrammeEditorProps extends ProgrammeActions {
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  onBack(): void;
  onChange(programme: Programme): void;
}

/** One programme: its exercises, and beside them what it comes to. */
export function ProgrammeEditor({ titleRef, onBack, onChange, ...actions }: ProgrammeEditorProps) {
  const { programme, standing, isFull, onStart, onDuplicate, onDelete } = actions;
  const { name, blocks } = programme;
  const needs = equipmentFor(blocks);
  return (
    <>
      <div className="row programme-back">
        <Button look="quiet" onPress={onBack}>
          <span aria-hidden="true">←</span> {text.programmes.back}
        </Button>
      </div>
      <h1 ref={titleRef} tabIndex={-1} className="programme-title">
        {name}
      </h1>
      <div className="programme-editor">
        <BlockListEditor {...standing} blocks={blocks} onChange={(next) => onChange({ ...programme, blocks: next })} />
        <aside className="card stack programme-aside">
          <TextField
            label={text.programmes.name}
            hint={text.programmes.nameHint}
            value={name}
            problem={(typed) => problemOf(programmeSchema.shape.name, typed)}
            onChange={(typed) => onChange({ ...programme, name: typed })}
          />
          <p>{text.programmes.takes(formatAboutDuration(estimatedMs({ kind: 'own', blocks })))}</p>
          <p>{needs.length > 0 ? text.programmes.needs(text.pieces(needs)) : text.programmes.needsNothing}</p>
          <StartOrWhyNot name={name} blocks={blocks} closedHops={standing.closedHops} onStart={onStart} />
          <div className="row">
            {!isFull && <Button onPress={onDuplicate}>{text.programmes.duplicate}</Button>}
            <Button onPress={onDelete}>{text.programmes.delete}</Button>
          </div>
        </aside>
      </div>
    </>
  );
}
