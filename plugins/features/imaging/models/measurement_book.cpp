#include "imaging/models/measurement_book.h"

namespace simiao::viewer {

MeasurementBook::MeasurementBook(MeasurementJournal journal, QObject *parent)
    : QObject(parent)
    , m_journal(std::move(journal))
{
    for (auto &[image, measurements] : m_journal.kept(&m_unreadable))
        m_pages[image].restore(measurements);
}

const imaging::MeasurementPage &MeasurementBook::page(const ImageKey &image) const
{
    static const imaging::MeasurementPage empty;
    const auto found = m_pages.find(image);
    return found == m_pages.end() ? empty : found->second;
}

void MeasurementBook::add(const ImageKey &image, const imaging::Measurement &measurement)
{
    m_pages[image].add(measurement);
    keep(image);
}

void MeasurementBook::change(const ImageKey &image, const imaging::Measurement &measurement, int gesture)
{
    m_pages[image].change(measurement, gesture);
    if (gesture == 0)
        keep(image);
    else
        Q_EMIT changed();
}

void MeasurementBook::endGesture(const ImageKey &image)
{
    keep(image);
}

void MeasurementBook::remove(const ImageKey &image, const QString &id)
{
    m_pages[image].remove(id);
    keep(image);
}

void MeasurementBook::undo(const ImageKey &image)
{
    if (!page(image).canUndo())
        return;
    m_pages[image].undo();
    keep(image);
}

void MeasurementBook::redo(const ImageKey &image)
{
    if (!page(image).canRedo())
        return;
    m_pages[image].redo();
    keep(image);
}

void MeasurementBook::keep(const ImageKey &image)
{
    m_journal.record(image, page(image).items());
    Q_EMIT changed();
}

} // namespace simiao::viewer
