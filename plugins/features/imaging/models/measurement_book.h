#pragma once

#include "imaging/measure/measurement_page.h"
#include "imaging/models/measurement_journal.h"

#include <QObject>

namespace simiao::viewer {

/// Everything drawn on the images of one patient, a page for each picture. Every change is in the draft journal at once.
/// Undo is of the picture one looks at: what comes and goes is always in sight. \thread GUI
class MeasurementBook : public QObject
{
    Q_OBJECT

public:
    explicit MeasurementBook(MeasurementJournal journal, QObject *parent = nullptr);

    /// Empty for a picture nobody drew on.
    const imaging::MeasurementPage &page(const ImageKey &image) const;
    /// Fields of the journal that this program cannot read.
    const QStringList &unreadable() const { return m_unreadable; }
    QString newId() const { return m_journal.newId(); }

    void add(const ImageKey &image, const imaging::Measurement &measurement);
    /// \param gesture  other than 0: one of many steps, undone together; in the journal when endGesture() is called
    void change(const ImageKey &image, const imaging::Measurement &measurement, int gesture = 0);
    void endGesture(const ImageKey &image);
    void remove(const ImageKey &image, const QString &id);
    void undo(const ImageKey &image);
    void redo(const ImageKey &image);

Q_SIGNALS:
    void changed();

private:
    void keep(const ImageKey &image);

    MeasurementJournal m_journal;
    QStringList m_unreadable;
    std::map<ImageKey, imaging::MeasurementPage> m_pages;
};

} // namespace simiao::viewer
