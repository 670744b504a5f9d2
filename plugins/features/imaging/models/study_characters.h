#pragma once

#include "sdk/visit.h"
#include "workflow/diagnostics/study_characters.h"

#include <QHash>
#include <QObject>

namespace simiao::viewer {

/// By which character set the texts of the study that is shown are read: the choice, its taking back, and the suspicion that the
/// files declare a wrong one. A choice is noted on the record; what shows the study follows sdk::Visit::studiesChanged. \thread GUI
class StudyCharacters : public QObject
{
    Q_OBJECT

public:
    /// A choice that was made just now.
    struct Change
    {
        QString studyInstanceUid;
        QString before; ///< as ImageSource::readTexts
        QString after;
    };

    /// What the names of a study would be by a likelier set.
    struct Suspicion
    {
        QString declared;
        QString likelier;
        QString name;
    };

    /// \param visit  not owned, outlives this, \param source  may be null: then nothing can be chosen
    StudyCharacters(sdk::Visit *visit,
                    std::shared_ptr<workflow::ImageSource> source,
                    QObject *parent = nullptr);
    ~StudyCharacters() override;

    /// \param series  of the study that is worked with; empty: none is. Its first file is looked at, once.
    void setShown(std::vector<workflow::ImageSeries> series);
    const std::vector<workflow::ImageSeries> &shown() const { return m_shown; }
    /// By which set its texts are read; empty: as the files declare.
    QString current() const;
    /// The study is on record, and nothing is being stored.
    bool canChoose() const;
    void choose(const QString &characterSet);

    /// Of the study that is shown; null where nothing was chosen for it just now.
    const Change *change() const;
    /// As it was before the last choice.
    void undo();
    /// The change is known.
    void dismissChange();

    /// Of the study that is shown; null where nothing is suspicious, somebody chose, or the suspicion was dismissed.
    const Suspicion *suspicion() const;
    void dismissSuspicion();

    /// How many series of the study that is shown could not be read by the choice, while others were: these have the names that
    /// their files declare.
    int unread() const;

Q_SIGNALS:
    void changed();

private:
    const diagnostics::ImagingStudy *recorded(const QString &studyInstanceUid) const;
    QString shownStudy() const;
    void examine();
    void takeDoubt(const QString &study, const std::vector<workflow::SeriesReading> &doubtful);
    void store(const QString &studyInstanceUid, const QString &characterSet, bool isUndo);
    void take(const Change &change, bool isUndo, const Result<diagnostics::ImagingStudy> &answer);

    sdk::Visit *m_visit;
    std::shared_ptr<workflow::ImageSource> m_source;
    std::vector<workflow::ImageSeries> m_shown;
    bool m_isStoring = false;
    std::optional<Change> m_change;
    QHash<QString, std::optional<Suspicion>> m_examined; ///< by Study Instance UID
    std::stop_source m_stop;
};

} // namespace simiao::viewer
