import { run } from './action/main.ts';

const { wasCancelled } = await run(process.env);
if (wasCancelled) process.exit();
