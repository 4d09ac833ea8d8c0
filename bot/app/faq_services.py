"""The services that change the answers of the FAQ; all of them write through one writer."""

from dataclasses import dataclass

from bot.app.basics import Basics
from bot.app.data_files import DataFiles
from bot.app.live_data import live_folder
from bot.app.stores import Stores
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.article_place import ArticlePlaceService
from bot.faq.edits.article_writer import ArticleWriter
from bot.faq.edits.editing import ArticleEditor


@dataclass(frozen=True, slots=True)
class FaqServices:
    """The words of answers, and where each stands among the others."""

    article_edits: ArticleEditService
    article_place: ArticlePlaceService


def faq_services(basics: Basics, stores: Stores, files: DataFiles) -> FaqServices:
    """Builds both over the live data folder."""
    clock, folder = basics.clock, live_folder(basics.settings)
    editor = ArticleEditor(basics.settings.data_dir / "faq")
    writer = ArticleWriter(files.live_faq, stores.audit_reader, clock, (files.live_acts.refresh,))
    return FaqServices(
        ArticleEditService(files.live_faq, editor, writer, clock, basics.zone),
        ArticlePlaceService(files.live_faq, editor, writer, folder, clock),
    )
