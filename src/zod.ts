import { z } from 'zod';

// To compile a check pays after some hundred values; a start checks a handful, each kind once.
z.config({ jitless: true });

export { z };
