#pragma once

#include <QWidget>

namespace simiao::ui {
class TextLabel;
}

namespace simiao::shell {

/// An account of the demo hospital.
struct DemoAccount
{
    QString loginName;
    QString zh; ///< name and title
    QString en;
};

/// Who can be played in a demo profile, under the log-in form. Never shown for a real one.
class DemoHint : public QWidget
{
    Q_OBJECT

public:
    DemoHint(const QList<DemoAccount> &accounts, const QString &password, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &loginName);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translate();

    QList<DemoAccount> m_accounts;
    QString m_password;
    ui::TextLabel *m_lead;
    QList<ui::TextLabel *> m_names;
};

} // namespace simiao::shell
