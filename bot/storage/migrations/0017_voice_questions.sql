-- A question that was spoken: the voice message stays in the citizen's chat and is copied from there to librarians.
alter table question add column voice_chat integer;
alter table question add column voice_message text constraint voice_has_its_chat check ((voice_chat is null) = (voice_message is null));
