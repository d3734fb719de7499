import { TextInput, type TextInputProps } from '@backdesk/ui/forms/text-input.tsx';
import { usePasswordScore } from '../lib/password-strength.ts';
import { t } from './texts.ts';

type NewPasswordFieldProps = Pick<TextInputProps, 'label' | 'error' | 'autoFocus'> & {
  readonly value: string;
  /** Whose: parts of the address are easy to guess. */
  readonly email: string;
  readonly onValue: (value: string) => void;
};

/** A new password, with a word on how hard it is to guess. Pasting one from a password manager is welcome. */
export function NewPasswordField({ value, email, onValue, ...rest }: NewPasswordFieldProps) {
  const score = usePasswordScore(value, email);
  return (
    <div>
      <TextInput
        {...rest}
        help={t.passwordHelp()}
        type="password"
        name="password"
        autoComplete="new-password"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      <p className="small soft" role="status" style={{ minHeight: '1.5em' }}>
        {score !== null && t.passwordStrength[score]}
      </p>
    </div>
  );
}
