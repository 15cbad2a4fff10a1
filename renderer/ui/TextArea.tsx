import { TextArea as AriaTextArea, TextField as AriaTextField, FieldError, Label, Text } from 'react-aria-components';

interface TextAreaProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly most: number;
  readonly isRequired?: boolean;
  /** What is wrong with it; null when nothing is. */
  readonly problem: string | null;
  onChange(value: string): void;
}

/** A few lines to write in. */
export function TextArea({ label, hint, value, most, isRequired = true, problem, onChange }: TextAreaProps) {
  return (
    <AriaTextField
      className="field text-area-field"
      value={value}
      onChange={onChange}
      maxLength={most}
      isRequired={isRequired}
      validationBehavior="aria"
      isInvalid={problem !== null}
    >
      <Label className="label">{label}</Label>
      <AriaTextArea className="text-area" rows={2} />
      <Text slot="description" className="small soft">
        {hint}
      </Text>
      <FieldError className="field-error">{problem}</FieldError>
    </AriaTextField>
  );
}
