import {
  Button,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';

export interface SearchSection<Id extends string> {
  readonly title: string;
  readonly items: readonly SearchItem<Id>[];
}

export interface SearchItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface SearchPickerProps<Id extends string> {
  readonly label: string;
  readonly placeholder?: string;
  readonly open: string;
  readonly autoFocus?: boolean;
  readonly sections: readonly SearchSection<Id>[];
  readonly value: Id | null;
  onChange(id: Id): void;
}

const LIST_HEIGHT_PX = 420;

/** One of very many, in sections: typed in part, or looked for in the list that opens. */
export function SearchPicker<Id extends string>({ label, placeholder, open, ...props }: SearchPickerProps<Id>) {
  const { sections, value, autoFocus = false, onChange } = props;
  return (
    <ComboBox
      className="field search-picker"
      value={value}
      autoFocus={autoFocus}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(key as Id);
      }}
    >
      <Label className="label">{label}</Label>
      <div className="search-field">
        <Input className="text-input" {...(placeholder && { placeholder })} />
        <Button className="search-open" aria-label={open}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="popover search-list" maxHeight={LIST_HEIGHT_PX}>
        <ListBox>
          {sections.map(({ title, items }) => (
            <ListBoxSection key={title} id={title}>
              <Header className="list-header">{title}</Header>
              {items.map((item) => (
                <ListBoxItem key={item.id} id={item.id} textValue={item.label} className="list-item">
                  <span>{item.label}</span>
                  {item.hint && <span className="small soft">{item.hint}</span>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
