import { useState } from 'react';
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
  const [shown, setShown] = useState(percent(value));
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setShown(percent(value));
  }
  return (
    <Slider
      className="slider"
      value={shown}
      minValue={0}
      maxValue={100}
      step={5}
      isDisabled={isDisabled}
      onChange={(next) => setShown(Number(next))}
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

function percent(ratio: number): number {
  return Math.round(ratio * 100);
}
