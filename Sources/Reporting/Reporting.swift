// The weekly summary and the reminders: values first, then their renderings.
