import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly large?: boolean;
}

export function Button({ look = 'plain', large = false, ...props }: ButtonProps) {
  const classes = ['button', look !== 'plain' && `button-${look}`, large && 'button-large'].filter(Boolean);
  return <AriaButton {...props} className={classes.join(' ')} />;
}
