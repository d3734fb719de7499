import { configure } from '@testing-library/react';

// What is shown is waited for as long as it takes: on a busy machine a page that is loaded when it is needed takes longer.
configure({ asyncUtilTimeout: 20_000 });
