#include "imaging/views/object_pages.h"

#include "imaging/models/known_objects.h"
#include "imaging/models/note_line.h"
#include "imaging/models/object_list.h"
#include "imaging/models/object_writer.h"
#include "imaging/models/series_list.h"
#include "imaging/views/action_row.h"
#include "imaging/views/object_bar.h"
#include "imaging/views/object_commands.h"
#include "imaging/views/report_view.h"
#include "sdk/desk.h"

#include <algorithm>

namespace simiao::viewer {

ObjectPages::ObjectPages(sdk::Visit *visit,
                         std::shared_ptr<workflow::ImageSource> images,
                         SeriesList *series,
                         ObjectWriter *writer,
                         QObject *parent)
    : QObject(parent)
    , m_series(series)
    , m_objects(new ObjectList(visit->desk()->imagingObjects(), visit->record().patient.id.uuid, this))
    , m_known(new KnownObjects(visit->desk()->imagingObjects(), this))
    , m_commands(new ObjectCommands(writer, this))
    , m_bar(new ObjectBar)
    , m_report(new ReportView(visit->desk()->imagingObjects(),
                              std::move(images),
                              [this](const QString &uid, int frame) { return sliceOf(uid, frame); }))
    , m_row(new ActionRow(m_report->actions(), m_commands->images()))
{
    m_report->hide();
    m_row->hide();
    auto *desk = visit->desk();
    connect(m_objects, &ObjectList::changed, this, &ObjectPages::follow);
    connect(m_known, &KnownObjects::changed, this, &ObjectPages::read);
    connect(m_bar, &ObjectBar::chosen, this, &ObjectPages::show);
    connect(m_commands->next(), &QAction::triggered, this, &ObjectPages::step);
    connect(m_commands->images(), &QAction::triggered, this, [this] {
        show(-1);
        Q_EMIT leftForPictures();
    });
    connect(writer, &ObjectWriter::failed, desk, &sdk::Desk::showError);
    connect(writer, &ObjectWriter::written, this,
            [this, desk](const std::vector<workflow::ImagingObject> &written, const QString &what) {
                m_objects->add(written);
                desk->showDone(what);
            });
}

int ObjectPages::count() const
{
    return m_bar->count();
}

bool ObjectPages::isShown() const
{
    return !m_report->isHidden();
}

bool ObjectPages::areAlone() const
{
    return m_series->series().empty() && !m_series->isLoading() && count() > 0;
}

void ObjectPages::show(int index)
{
    const bool isReport = index >= 0 && index < count();
    m_bar->choose(isReport ? index : -1);
    if (isReport)
        m_report->show(m_objects->objects()[static_cast<std::size_t>(index)]);
    m_commands->setPicturesShown(!isReport);
    m_report->setVisible(isReport);
    m_row->setVisible(isReport);
    Q_EMIT shown();
    if (isReport)
        m_report->setFocus();
}

void ObjectPages::follow()
{
    m_known->setObjects(m_objects->objects());
    m_bar->setObjects(m_objects->objects());
    m_commands->setObjectCount(count());
    const bool isChosen = m_bar->current() >= 0;
    if (isShown() && isChosen) // by other characters, it may be
        m_report->show(m_objects->objects()[static_cast<std::size_t>(m_bar->current())]);
    if (!isChosen && (isShown() || areAlone()))
        show(areAlone() ? 0 : -1);
    else
        Q_EMIT changed();
}

/// From one to the next, behind the last to the pictures.
void ObjectPages::step()
{
    const int next = m_bar->current() + 1;
    show(next < count() ? next : -1);
    if (m_bar->current() < 0)
        Q_EMIT leftForPictures();
}

/// Among everything that is on record, by its UID alone.
std::optional<FoundSlice> ObjectPages::sliceOf(const QString &sopInstanceUid, int frame) const
{
    for (const auto &series : m_series->series()) {
        const auto found =
            std::ranges::find(series.instances, sopInstanceUid, &workflow::ImageInstance::sopInstanceUid);
        if (found == series.instances.end() || frame < 0 || frame >= found->frames)
            continue;
        const Slice slice{*found, frame};
        const auto slices = slicesOf(series);
        return FoundSlice{.slice = slice,
                          .seriesInstanceUid = series.seriesInstanceUid,
                          .name = sliceName(series, slice),
                          .series = series,
                          .number = static_cast<int>(std::ranges::find(slices, slice) - slices.begin()),
                          .count = static_cast<int>(slices.size())};
    }
    return {};
}

} // namespace simiao::viewer
