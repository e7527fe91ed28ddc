"""How good Newsdesk is: it runs protocols over sets of questions and holds the figures to their floors."""
