#include "imaging/views/imaging_panel.h"

#include "imaging/models/day_prefetch.h"
#include "imaging/models/known_objects.h"
#include "imaging/models/measurement_book.h"
#include "imaging/models/object_list.h"
#include "imaging/models/object_words.h"
#include "imaging/models/object_writer.h"
#include "imaging/models/series_list.h"
#include "imaging/models/viewer_data_reader.h"
#include "imaging/views/action_row.h"
#include "imaging/views/archive_access.h"
#include "imaging/views/attach_dialog.h"
#include "imaging/views/attach_line.h"
#include "imaging/views/cache_meter.h"
#include "imaging/views/character_commands.h"
#include "imaging/views/character_line.h"
#include "imaging/views/export_line.h"
#include "imaging/views/hanging.h"
#include "imaging/views/identity_line.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/kept_choices.h"
#include "imaging/views/key_image_marks.h"
#include "imaging/views/object_bar.h"
#include "imaging/views/object_commands.h"
#include "imaging/views/object_pages.h"
#include "imaging/views/presentation_commands.h"
#include "imaging/views/print_commands.h"
#include "imaging/views/print_line.h"
#include "imaging/views/report_view.h"
#include "imaging/views/screen_calibration.h"
#include "imaging/views/send_commands.h"
#include "imaging/views/sending_line.h"
#include "imaging/views/series_bar.h"
#include "imaging/views/series_placer.h"
#include "imaging/views/series_shelf.h"
#include "imaging/views/transfer_commands.h"
#include "imaging/views/transfer_line.h"
#include "imaging/views/viewer_commands.h"
#include "imaging/views/viewport_screens.h"
#include "imaging/views/volume_opener.h"
#include "imaging/views/watch_line.h"
#include "imaging/views/worklist_access.h"
#include "sdk/desk.h"
#include "ui/widgets/action_button.h"

#include <QCoreApplication>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace simiao::viewer {

namespace {

std::shared_ptr<const ViewerData> dataOf(const sdk::Visit *visit, std::shared_ptr<const ViewerData> data)
{
    return data ? data : std::make_shared<ViewerData>(readViewerData(visit->desk()->resourceFolder()));
}

/// Lays out what waits for it, from the window down to `widget`. Before, a page that has just come into a splitter is as wide as all
/// its buttons in a row, whatever the window.
void layOutAround(QWidget *widget)
{
    QWidgetList around;
    for (auto *each = widget; each; each = each->isWindow() ? nullptr : each->parentWidget())
        around.prepend(each);
    for (auto *each : std::as_const(around))
        QCoreApplication::sendPostedEvents(each, QEvent::LayoutRequest);
}

} // namespace

ImagingPanel::ImagingPanel(sdk::Visit *visit,
                           std::shared_ptr<FrameCache> cache,
                           std::shared_ptr<const ViewerData> given,
                           QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_data(dataOf(visit, std::move(given)))
    , m_visit(visit)
    , m_source(visit->desk()->images())
    , m_prefetch(DayPrefetch::of(visit->desk(), cache))
    , m_list(new SeriesList(m_source, this))
    , m_attachment(new ImageAttachment(visit->desk()->context(),
                                       m_source,
                                       visit->desk()->imagingObjects(),
                                       visit->desk()->receivedImages(),
                                       visit->record().patient.id,
                                       this))
    , m_archives(new ArchiveAccess(visit, this))
    , m_worklists(new WorklistAccess(visit->desk(), this))
    , m_characters(new CharacterCommands(visit, m_source, this))
    , m_book(new MeasurementBook({visit->desk(), visit->record().patient.id.uuid}, this))
    , m_cells(new ImageCells({m_source, cache, m_book, visit->record().patient.mrn, m_data}, this))
    , m_placer(new SeriesPlacer(m_cells))
    , m_shelf(new SeriesShelf(m_source, cache, m_placer, this))
    , m_commands(new ViewerCommands(m_data, m_cells, m_placer, this))
    , m_writer(new ObjectWriter(visit, stack(), m_book, this))
    , m_pages(new ObjectPages(visit, m_source, m_list, m_writer, this))
    , m_keyMarks(new KeyImageMarks(m_cells, m_pages->known(), this))
    , m_presentations(new PresentationCommands(m_cells->active(), m_pages->known(), this))
    , m_transfer(new TransferCommands(visit,
                                      m_source,
                                      m_cells->active(),
                                      m_attachment,
                                      {m_book, m_list, m_pages->objects()},
                                      this))
    , m_printing(new PrintCommands(visit, m_source, m_cells, m_book, m_data, this))
    , m_screens(new ViewportScreens(
          visit,
          m_cells,
          [visit](const workflow::ImageSeries &series) {
              return IdentityLine::noticeFor({series}, visit->record().patient);
          },
          this,
          parent ? parent : this))
    , m_calibration(new ScreenCalibration(m_cells->active(), this))
    , m_send(new SendCommands(
          visit,
          [this] { return sendable(); },
          this))
    , m_bar(new SeriesBar)
    , m_identity(new IdentityLine)
    , m_state(new ui::StateView(m_cells->grid()))
    , m_volumes(new VolumeOpener(
          visit,
          m_cells->active(),
          [this] { return m_list->series(); },
          this))
    , m_row(new ActionRow(m_commands->row(m_shelf->toggle())
                              + QList{m_volumes->action(), m_archives->open(), m_worklists->open()}
                              + m_pages->commands()->writing() + m_keyMarks->all()
                              + QList{m_presentations->menu(), m_screens->action(), m_calibration->action(),
                                      m_transfer->exportAction(), m_send->open(), m_printing->print(),
                                      m_characters->open()},
                          m_commands->attach(),
                          new CacheMeter(cache, m_prefetch)))
{
    setObjectName(QStringLiteral("imaging.panel"));
    m_state->setObjectName(QStringLiteral("imaging.state"));
    m_commands->hanging()->setScreens(m_screens);
    layOut();
    registerCommands();
    wire();
    retheme();
    sayFaults(*m_data);
    new KeptChoices(visit->desk(), m_commands->hanging(), m_screens, m_calibration, this);
    if (m_source)
        m_list->setStudies(visit->record().studies);
    m_pages->objects()->setStudies(visit->record().studies);
    m_attachment->setStudies(visit->record().studies);
    if (const auto &lost = m_book->unreadable(); !lost.isEmpty())
        visit->desk()->showError(
            {ErrorKind::Corrupt, QStringLiteral("draft.unreadable"), lost.join(QLatin1Char(','))});
    showState();
}

void ImagingPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new AttachLine(m_attachment, m_visit->record().patient));
    column->addWidget(m_archives->line());
    auto *watched = watchLineOf(m_visit, m_source);
    connect(watched, &WatchLine::wanted, m_attachment, &ImageAttachment::startAll);
    column->addWidget(watched);
    column->addWidget(new ExportLine(m_transfer->exporting()));
    column->addWidget(new PrintLine(m_printing->printing()));
    column->addWidget(new SendingLine(m_send->sending()));
    column->addWidget(m_identity);
    column->addWidget(m_characters->line());
    column->addWidget(m_pages->bar());
    column->addWidget(m_bar);
    column->addWidget(m_shelf);
    column->addWidget(m_state, 1);
    column->addWidget(m_pages->report(), 1);
    column->addWidget(m_row);
    column->addWidget(m_pages->row());
    m_volumes->setPlace(column, {m_state, m_row});
}

void ImagingPanel::registerCommands()
{
    const auto ofOthers =
        QList{m_shelf->toggle(),   m_archives->open(),   m_worklists->open(),     m_volumes->action(),
              m_screens->action(), m_characters->open(), m_calibration->action(), m_send->open()}
        + m_keyMarks->all() + m_presentations->all();
    for (auto *action :
         m_commands->panelWide() + ofOthers + m_pages->commands()->panelWide() + m_transfer->actions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_visit->desk()->addCommand(action->objectName(), action);
    }
    m_visit->desk()->addCommand(m_printing->print()->objectName(), m_printing->print());
    // These belong to the report alone.
    for (auto *action : m_pages->report()->actions())
        m_visit->desk()->addCommand(action->objectName(), action);
}

void ImagingPanel::wire()
{
    connect(m_list, &SeriesList::changed, this, &ImagingPanel::followList);
    connect(m_cells->active(), &ActiveView::changed, this, &ImagingPanel::showState);
    connect(m_placer, &SeriesPlacer::changed, this, &ImagingPanel::showIdentity);
    connect(m_cells->grid(), &ViewportGrid::shownChanged, this, &ImagingPanel::showIdentity);
    connect(m_cells->active(), &ActiveView::replaced, this, [this] { m_bar->choose(m_placer->current()); });
    connect(m_bar, &SeriesBar::chosen, this, [this](int index) { m_placer->show(index); });
    connect(m_state, &ui::StateView::actionTriggered, this, &ImagingPanel::actOnState);
    connect(m_commands->attach(), &QAction::triggered, this, &ImagingPanel::openAttachDialog);
    connect(m_attachment, &ImageAttachment::attached, this, &ImagingPanel::takeAttached);
    connect(m_attachment, &ImageAttachment::changed, this, [this] {
        m_commands->attach()->setEnabled(m_source && !m_attachment->isBusy());
        showSafety();
    });
    connect(m_archives, &ArchiveAccess::changed, this, &ImagingPanel::showState);
    connect(m_archives, &ArchiveAccess::grown, this, &ImagingPanel::showComing);
    connect(m_archives, &ArchiveAccess::brought, this, [this](const QString &place, const QString &study) {
        showComing(place, study);
        m_attachment->startLater(place);
    });
    connect(m_attachment, &ImageAttachment::copying, this, &ImagingPanel::showComing);
    connect(m_attachment, &ImageAttachment::dismissed, this, [this](const QString &place) {
        m_archives->release(place);
        if (place == m_coming)
            showNothingComing();
    });
    connect(m_visit, &sdk::Visit::studiesChanged, this, [this] {
        m_attachment->setStudies(m_visit->record().studies);
        if (m_source)
            m_list->setStudies(m_visit->record().studies);
        m_pages->objects()->setStudies(m_visit->record().studies);
        showState();
    });
    connect(m_screens, &ViewportScreens::failed, m_visit->desk(), &sdk::Desk::showError);
    m_writer->setShowing([this] { return Showing{viewport()->turn(), viewport()->areOverlaysShown()}; });
    connect(m_cells->active(), &ActiveView::replaced, m_writer, [this] { m_writer->setStack(stack()); });
    connect(m_pages, &ObjectPages::read, this, &ImagingPanel::countKeyImages);
    connect(m_pages, &ObjectPages::shown, this, &ImagingPanel::showPage);
    connect(m_pages, &ObjectPages::changed, this, [this] {
        showIdentity();
        showState();
    });
    connect(m_pages, &ObjectPages::leftForPictures, this, [this] { viewport()->setFocus(); });
    m_commands->attach()->setEnabled(m_source != nullptr);
}

/// Each file that was left out, with the place of its first mistake.
void ImagingPanel::sayFaults(const ViewerData &data)
{
    for (const auto &fault : data.faults)
        m_visit->desk()->showError(fault);
}

/// Once, when all studies are listed and it is known how wide the panel is.
void ImagingPanel::hangWhenSeen()
{
    if (m_isHung || !isVisible() || m_list->isLoading() || m_placer->series().empty())
        return;
    m_isHung = true;
    layOutAround(this);
    m_commands->hanging()->hangFirst(width());
}

void ImagingPanel::hangAgain()
{
    if (isVisible())
        m_commands->hanging()->hangAgain(width());
}

/// Not at once: what is around the panel is being shown too, and not laid out yet.
void ImagingPanel::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &ImagingPanel::hangWhenSeen, Qt::QueuedConnection);
}

void ImagingPanel::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    m_shelf->setRoom(size());
    // Not while what is around it is still being laid out.
    if (m_isHung && event->oldSize().width() != width())
        QMetaObject::invokeMethod(this, [this] { hangAgain(); }, Qt::QueuedConnection);
}

void ImagingPanel::retheme()
{
    setAccessibleName(tr("Images"));
    m_commands->retranslate();
    m_shelf->retranslate();
    m_archives->retranslate();
    m_worklists->retranslate();
    m_characters->retranslate();
    m_volumes->retranslate();
    m_pages->commands()->retranslate();
    m_keyMarks->retranslate();
    m_presentations->retranslate();
    m_transfer->retranslate();
    m_printing->retranslate();
    m_screens->retranslate();
    m_calibration->retranslate();
    m_send->retranslate();
    showIdentity();
    showState();
}

void ImagingPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
}

void ImagingPanel::followList()
{
    const auto series = m_list->series();
    m_bar->setSeries(series);
    if (!series.empty())
        m_placer->setSeries(series);
    countKeyImages();
    hangWhenSeen();
    const auto attached = std::ranges::find(series, m_toShow, &workflow::ImageSeries::seriesInstanceUid);
    if (attached != series.end()) {
        m_placer->show(static_cast<int>(attached - series.begin()));
        m_toShow.clear();
    }
    m_pages->follow();
}

ImageStack *ImagingPanel::stack() const
{
    return m_cells->active()->stack();
}

Viewport *ImagingPanel::viewport() const
{
    return m_cells->active()->viewport();
}

/// What is on the screen, as somebody's: the pictures, or the report in their place.
std::vector<workflow::ImageSeries> ImagingPanel::shownSeries() const
{
    if (m_pages->isShown() && m_pages->report()->shown())
        return {seriesOf(*m_pages->report()->shown())};
    std::vector<workflow::ImageSeries> series;
    for (const auto &cell : m_cells->shown()) {
        if (!cell.stack->series().instances.empty())
            series.push_back(cell.stack->series());
    }
    return series;
}

/// All series of the study that is worked with.
std::vector<workflow::ImageSeries> ImagingPanel::shownStudy() const
{
    if (m_pages->isShown())
        return shownSeries();
    auto series = m_list->series();
    std::erase_if(series, [uid = stack()->series().studyInstanceUid](const workflow::ImageSeries &one) {
        return one.studyInstanceUid != uid;
    });
    return series;
}

/// Of the study that is worked with, where it is this patient's.
std::optional<SendingChoice> ImagingPanel::sendable() const
{
    const auto shown = shownSeries();
    if (shown.empty())
        return SendingChoice{};
    auto study = m_list->series();
    std::erase_if(study, [&shown](const workflow::ImageSeries &one) {
        return one.studyInstanceUid != shown.front().studyInstanceUid;
    });
    if (study.empty()) // reports alone
        study = shown;
    if (!workflow::namesHer(workflow::identityOf(study, m_visit->record().patient)))
        return std::nullopt;
    std::vector<MarkedSeries> marked;
    for (const auto &series : study)
        marked.push_back({series, m_pages->known()->keySlicesOf(series)});
    return sendingChoice(marked, m_pages->objects()->objects());
}

void ImagingPanel::showIdentity()
{
    const auto shown = shownSeries();
    const auto &patient = m_visit->record().patient;
    m_bar->choose(m_placer->current());
    m_characters->setShown(shownStudy());
    m_areHers = shown.empty() || workflow::namesHer(workflow::identityOf(shown, patient));
    showSafety();
    m_identity->setNotice(IdentityLine::noticeFor(shown, patient));
}

/// Another's name, or a question with one, is not for a screen that the patient looks at.
void ImagingPanel::showSafety()
{
    setProperty("isPatientSafe", m_areHers && m_attachment->step() == ImageAttachment::Step::Idle);
}

/// A place without pictures is no fault where reports or recordings stand there.
bool ImagingPanel::isExcused(const Error &error) const
{
    return m_pages->count() > 0
        && (error.code == QLatin1String("imaging.no-images")
            || error.code == QLatin1String("imaging.study-missing"));
}

ui::ViewState ImagingPanel::errorState() const
{
    const bool isOfList = m_list->error() && !isExcused(*m_list->error());
    const auto &error = isOfList ? *m_list->error() : *stack()->error();
    const bool hasSeries = !stack()->series().instances.empty();
    return ui::ViewState::error(sdk::errorText(error), {}, tr("Try again"), hasSeries);
}

void ImagingPanel::countKeyImages()
{
    std::vector<int> counts;
    for (const auto &series : m_placer->series())
        counts.push_back(static_cast<int>(m_pages->known()->keySlicesOf(series).size()));
    m_shelf->setKeyImages(counts);
}

/// The pictures, or what stands in their place.
void ImagingPanel::showPage()
{
    const bool arePictures = !m_pages->isShown();
    m_state->setVisible(arePictures);
    m_row->setVisible(arePictures);
    m_bar->setVisible(arePictures && m_list->series().size() > 1);
    showIdentity();
    showState();
}

ui::ViewState ImagingPanel::state() const
{
    if (!m_source)
        return ui::ViewState::empty(tr("No image source is installed"),
                                    tr("Images are shown once a plugin that reads them is there."));
    if (m_visit->record().studies.empty() && m_coming.isEmpty())
        return ui::ViewState::empty(tr("No images of this patient"),
                                    tr("Attach a DICOM file or a folder of them."), tr("Attach…"));
    if (m_list->isLoading() || stack()->isLoading())
        return ui::ViewState::loading();
    if (m_pages->areAlone())
        return ui::ViewState::empty(tr("These studies hold no images"), tr("Choose a report above."));
    const bool hasError = (m_list->error() && !isExcused(*m_list->error())) || stack()->error();
    return hasError ? errorState() : ui::ViewState::ready();
}

void ImagingPanel::showState()
{
    const auto current = state();
    m_prefetch->setBusy(this, m_list->isLoading() || stack()->isLoading() || m_archives->isBringing());
    if (m_archives->isBringing())
        m_prefetch->giveWay();
    m_state->setState(current);
    m_state->setProperty("text",
                         describe(current, locale(), QDate::currentDate()).lead + u' ' + current.cause);
    QWidget *focus = current.replacesContent() ? static_cast<QWidget *>(m_row->trailingButton()) : viewport();
    setFocusProxy(m_pages->isShown() ? m_pages->report() : focus);
}

void ImagingPanel::actOnState()
{
    if (m_visit->record().studies.empty())
        return openAttachDialog();
    if (m_list->error())
        m_list->retry();
    if (stack()->error())
        stack()->retry();
    viewport()->setFocus();
}

/// The first image of what an archive sends is shown when it is here, before the last one is, and before it is on record.
void ImagingPanel::showComing(const QString &place, const QString &studyUid)
{
    if (!m_source)
        return;
    auto studies = m_visit->record().studies;
    diagnostics::ImagingStudy coming;
    coming.studyInstanceUid = studyUid;
    coming.endpoint = place;
    studies.push_back(coming);
    m_coming = place;
    m_list->setStudies(studies);
    m_list->readAgain(place);
    showState();
}

/// What came was not put on record: it leaves the screen.
void ImagingPanel::showNothingComing()
{
    m_coming.clear();
    m_list->setStudies(m_visit->record().studies);
    showState();
}

/// Somebody looks at the study of this series already, and goes on where she is.
bool ImagingPanel::isStudyShown(const QString &seriesUid) const
{
    const auto listed = m_list->series();
    const auto found = std::ranges::find(listed, seriesUid, &workflow::ImageSeries::seriesInstanceUid);
    return found != listed.end()
        && std::ranges::any_of(shownSeries(), [&found](const workflow::ImageSeries &series) {
               return series.studyInstanceUid == found->studyInstanceUid;
           });
}

void ImagingPanel::openAttachDialog()
{
    if (findChild<AttachDialog *>())
        return;
    auto *dialog = new AttachDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AttachDialog::locationChosen, m_attachment, &ImageAttachment::start);
    dialog->open();
}

void ImagingPanel::takeAttached(const std::vector<diagnostics::ImagingStudy> &studies,
                                const QString &seriesUid)
{
    m_archives->settle(m_attachment->location());
    if (m_coming == m_attachment->location())
        m_coming.clear();
    m_toShow = isStudyShown(seriesUid) ? QString() : seriesUid;
    m_visit->setStudies(studies);
    if (m_attachment->added().isMore) { // the places are known, and hold more
        for (const auto &study : studies)
            m_list->readAgain(study.endpoint);
    }
    if (m_attachment->added().isAll()) // else the line says it, and stays
        m_visit->desk()->showDone(attachedText(m_attachment->added()));
    viewport()->setFocus();
}

QString ImagingPanel::text() const
{
    auto parts = m_pages->isShown()
        ? QStringList{m_pages->report()->text()}
        : QStringList{m_state->property("text").toString(), viewport()->seriesText()};
    parts.append(m_identity->text());
    return parts.join(u' ').simplified();
}

} // namespace simiao::viewer
