import 'recovery-advisor';
