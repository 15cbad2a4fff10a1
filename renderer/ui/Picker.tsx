import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface PickerItem {
  readonly id: string;
  readonly label: string;
}

interface PickerProps {
  readonly label: string;
  readonly items: readonly PickerItem[];
  readonly value: string;
  onChange(id: string): void;
}

/** One of many, in a list that opens. */
export function Picker({ label, items, value, onChange }: PickerProps) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Label className="label">{label}</Label>
      <Button className="button select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <ListBox items={items}>
          {(item) => (
            <ListBoxItem id={item.id} className="list-item">
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
