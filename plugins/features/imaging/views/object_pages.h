#pragma once

#include "imaging/views/report_presentation.h"
#include "sdk/visit.h"

namespace simiao::viewer {

class ActionRow;
class KnownObjects;
class ObjectBar;
class ObjectCommands;
class ObjectList;
class ObjectWriter;
class ReportView;
class SeriesList;

/// What of the patient's studies is no picture, in place of the viewports: which objects there are, the bar that chooses one, the
/// page that shows it and the buttons below. \thread GUI
class ObjectPages : public QObject
{
    Q_OBJECT

public:
    /// \param visit, series, writer  not owned \param series  where the pictures stand that objects speak of \param images  may be null
    ObjectPages(sdk::Visit *visit,
                std::shared_ptr<workflow::ImageSource> images,
                SeriesList *series,
                ObjectWriter *writer,
                QObject *parent);

    ObjectList *objects() const { return m_objects; }
    const KnownObjects *known() const { return m_known; }
    ObjectCommands *commands() const { return m_commands; }
    /// For the panel to lay out, which owns them then.
    ObjectBar *bar() const { return m_bar; }
    ReportView *report() const { return m_report; }
    ActionRow *row() const { return m_row; }

    int count() const;
    /// One of them stands in place of the pictures.
    bool isShown() const;
    /// The studies hold no picture: an ECG, a report.
    bool areAlone() const;
    /// \param index  -1: the pictures
    void show(int index);
    /// The lists changed: what is shown stays, if it is still there.
    void follow();

Q_SIGNALS:
    /// Another one is shown, or the pictures are.
    void shown();
    /// What is shown is the same, of other lists.
    void changed();
    /// Somebody went back to the pictures.
    void leftForPictures();
    /// What they say of single pictures is known.
    void read();

private:
    void step();
    std::optional<FoundSlice> sliceOf(const QString &sopInstanceUid, int frame) const;

    SeriesList *m_series;
    ObjectList *m_objects;
    KnownObjects *m_known;
    ObjectCommands *m_commands;
    ObjectBar *m_bar;
    ReportView *m_report;
    ActionRow *m_row;
};

} // namespace simiao::viewer
