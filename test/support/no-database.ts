/** What runs before each test file: no test asks the vulnerability database of the world; one that needs a database makes it. */
process.env['GOVULNDB'] = 'off';
