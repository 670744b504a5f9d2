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

    /// Those of a signed visit that are not paid. As they were read; the store decides.
    static std::vector<medications::Prescription> offered(const sdk::Visit &visit);
    void ask(const sdk::Visit &visit);

Q_SIGNALS:
    void withdrawn(const simiao::Id<simiao::scheduling::QueueTask> &task);

private:
    void withdraw(Id<scheduling::QueueTask> task,
                  Id<medications::Prescription> prescription,
                  const QString &reason);

    sdk::Desk *m_desk;
    QWidget *m_window;
};

} // namespace simiao::outpatient
