#pragma once

#include "ui/widgets/themed_widget.h"

class QAction;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

/// In place of the log-in when the database is an older program's: says what an upgrade does, and asks.
class UpgradePage : public ui::ThemedWidget
{
    Q_OBJECT

public:
    /// \param versions  "stored program", as `migration.pending` says
    explicit UpgradePage(const QString &versions, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Shown first, then: the page says that it is at work.
    void accepted();
    void quitRequested();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void accept();

    QString m_from;
    QString m_to;
    QAction *m_upgrade;
    QAction *m_quit;
    ui::TextLabel *m_title;
    ui::TextLabel *m_words;
    bool m_isWorking = false;
};

} // namespace simiao::shell
