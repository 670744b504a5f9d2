#pragma once

#include "shell/login_page.h"

class QVBoxLayout;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

/// Whose work waits at this computer: one link a person. Takes no room when there is nobody.
class OpenSessions : public QWidget
{
    Q_OBJECT

public:
    explicit OpenSessions(QWidget *parent = nullptr);

    void setPeople(const QList<WaitingPerson> &people);
    void translate();

Q_SIGNALS:
    void chosen(const QString &loginName);

private:
    QVBoxLayout *m_links;
    ui::TextLabel *m_lead;
};

} // namespace simiao::shell
