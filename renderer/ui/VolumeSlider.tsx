import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

interface VolumeSliderProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly isDisabled: boolean;
  /** When the person lets go. */
  onChange(value: number): void;
}

export function VolumeSlider({ label, value, isDisabled, onChange }: VolumeSliderProps) {
  return (
    <Slider
      key={value}
      className="slider"
      defaultValue={Math.round(value * 100)}
      minValue={0}
      maxValue={100}
      step={5}
      isDisabled={isDisabled}
      onChangeEnd={(next) => onChange(Number(next) / 100)}
    >
      <Label className="label">{label}</Label>
      <SliderOutput className="soft" />
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
