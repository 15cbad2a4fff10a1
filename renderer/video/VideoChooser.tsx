import { DropZone, type DropZoneProps, FileTrigger, Text } from 'react-aria-components';
import { EXERCISE_IDS } from '../../shared/exercises/exerciseIds.ts';
import { text } from '../messages/en.ts';
import type { Problem } from '../messages/problem.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Picker } from '../ui/Picker.tsx';
import { ProblemCard } from '../ui/ProblemCard.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { sidesOf, usualSide, type VideoChoice } from './videoChoice.ts';

interface VideoChooserProps {
  readonly choice: VideoChoice;
  readonly personHeightCm: number | null;
  readonly problem: Problem | null;
  onChange(change: Partial<VideoChoice>): void;
  onAnalyse(file: File): void;
}

/** Phones call their videos mov; what is really inside is found out when it is read. */
const FILE_TYPES = ['video/mp4', 'video/webm', 'video/quicktime', '.mp4', '.webm', '.mov', '.m4v', '.mkv'];

export function VideoChooser({ choice, personHeightCm, problem, onChange, onAnalyse }: VideoChooserProps) {
  const { file, exercise, side, usesHeight } = choice;
  const sides = sidesOf(exercise);
  const drop: DropZoneProps['onDrop'] = async ({ items }) => {
    const dropped = items.find((item) => item.kind === 'file');
    if (dropped) onChange({ file: await dropped.getFile() });
  };
  return (
    <>
      <div className="video-lead">
        <h1>{text.video.title}</h1>
        <p className="soft">{text.video.lead}</p>
      </div>
      {problem && <ProblemCard problem={problem} />}
      <div className="video-choice">
        <DropZone className="video-drop" onDrop={drop}>
          <span className="video-drop-sign" aria-hidden="true" />
          <Text slot="label" className="video-drop-title">
            {file ? text.video.chosen(file.name) : text.video.drop}
          </Text>
          <FileTrigger
            acceptedFileTypes={FILE_TYPES}
            onSelect={(files) => {
              const [chosen] = files ?? [];
              if (chosen) onChange({ file: chosen });
            }}
          >
            <Button>{file ? text.video.chooseOther : text.video.choose}</Button>
          </FileTrigger>
          <p className="small soft">{text.video.dropHint}</p>
        </DropZone>
        <section className="card stack" aria-label={text.video.exercise}>
          <Picker
            label={text.video.exercise}
            items={EXERCISE_IDS.map((id) => ({ id, label: text.exercise(id).name }))}
            value={exercise}
            onChange={(id) => {
              const next = EXERCISE_IDS.find((known) => known === id) ?? exercise;
              onChange({ exercise: next, side: usualSide(next) });
            }}
          />
          {sides.length > 1 && (
            <Choices
              label={text.video.side}
              inRow
              value={side}
              choices={sides.map((value) => ({ value, label: text.video.sides[value] }))}
              onChange={(next) => onChange({ side: next })}
            />
          )}
          {personHeightCm === null ? (
            <p className="small soft">{text.video.heightMissing}</p>
          ) : (
            <Toggle
              label={text.video.height(personHeightCm)}
              isOn={usesHeight}
              onChange={(isOn) => onChange({ usesHeight: isOn })}
            />
          )}
          <div className="row">
            <Button
              look="primary"
              large
              isDisabled={file === null}
              onPress={() => {
                if (file) onAnalyse(file);
              }}
            >
              {text.video.analyse}
            </Button>
          </div>
          <p className="small soft">{text.today.privacy}</p>
        </section>
      </div>
    </>
  );
}
