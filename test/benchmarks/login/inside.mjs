// Times logins inside one process: the first, with the loading of whatever it needs, and later ones.
// Words: the module that logs in, its wish as JSON, how many more there are.
const [module, wish, more] = process.argv.slice(2);

async function timed(action) {
  const begun = performance.now();
  await action();
  return performance.now() - begun;
}

const first = await timed(async () => {
  const { login } = await import(module);
  await login(JSON.parse(wish));
});
const { login } = await import(module);
const later = [];
for (let time = 0; time < Number(more); time += 1) {
  later.push(await timed(() => login(JSON.parse(wish))));
}
process.stdout.write(JSON.stringify({ first, later }));
