#pragma once

#include "outpatient/models/visit_versions.h"
#include "sdk/desk.h"

namespace simiao::outpatient {

/// Settles a visit that somebody else signed while it was written here: shows both versions, signs what is chosen as the next
/// one, and keeps in the draft journal what is not taken. Nothing leaves the journal before that is stored.
class VisitConflict : public QObject
{
    Q_OBJECT

public:
    /// \param window  the comparison stands in front of it
    VisitConflict(sdk::Desk *desk, QWidget *window);

    /// Whether a signature was refused because the visit is another than was read.
    static bool isOne(const Error &error);
    /// Whether the journal holds text of a visit that is signed: to be compared with it.
    static bool isOpen(const sdk::Desk &desk, const workflow::VisitRecord &record);

    /// Reads the visit as it is now and asks what to take. \param error  said where it is not signed at all
    void settle(Id<scheduling::QueueTask> task, const Error &error);
    /// Her own signature that arrived after all, the save having had no answer: where the words are the same there is nothing to compare.
    void closeOwn(Id<scheduling::QueueTask> task);
    /// A returned prescription that was answered at another desk: what was to be the answer here is kept beside the visit.
    void keepAnswer(const workflow::VisitRecord &record);

Q_SIGNALS:
    /// The visit is as was chosen; to be read again.
    void settled(const simiao::Id<simiao::scheduling::QueueTask> &task);

private:
    void compare(const workflow::VisitRecord &record, const Error &error);
    void finishAsSigned(const workflow::VisitRecord &record);
    std::vector<workflow::TwoVersions> versions(const workflow::VisitRecord &record) const;
    void take(const workflow::VisitRecord &record, const TakenFields &taken);
    void finish(const workflow::VisitRecord &record, const TakenFields &taken, const QString &words);
    void keepLines(const workflow::VisitRecord &record);
    workflow::VisitDraft typed(const workflow::VisitRecord &record) const;

    sdk::Desk *m_desk;
    QWidget *m_window;
    bool m_isAsking = false;
    bool m_isClosing = false;
};

} // namespace simiao::outpatient
