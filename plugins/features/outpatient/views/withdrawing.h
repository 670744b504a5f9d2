#pragma once

#include "sdk/visit.h"

class QWidget;

namespace simiao::outpatient {

/// Takes a signed prescription back before it is paid.
class Withdrawing : public QObject
{
    Q_OBJECT

public:
    /// \param window  the question stands in front of it
    Withdrawing(sdk::Desk *desk, QWidget *window);

    /// Reads the visit first: one that was signed a moment ago has nothing of it on the screen, and another may have been paid since.
    void ask(Id<scheduling::QueueTask> task);

Q_SIGNALS:
    void withdrawn(const simiao::Id<simiao::scheduling::QueueTask> &task);

private:
    /// Those that are not paid. As they were read; the store decides.
    void offer(const workflow::VisitRecord &record);
    void withdraw(Id<scheduling::QueueTask> task,
                  Id<medications::Prescription> prescription,
                  const QString &reason);

    sdk::Desk *m_desk;
    QWidget *m_window;
    bool m_isAsking = false;
};

} // namespace simiao::outpatient
