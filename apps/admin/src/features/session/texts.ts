export const t = {
  title: () => 'Sign in',
  email: () => 'Email',
  password: () => 'Password',
  signIn: () => 'Sign in',
  wrong: () => 'This email and password do not go together.',
  limited: () => 'Too many attempts. Wait a minute, then try again.',
  emailMissing: () => 'Enter your email address.',
  passwordMissing: () => 'Enter your password.',
  hint: () => 'The first sign-in is printed where Backdesk was started.',
};
