#pragma once

#include "shell/help_library.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace simiao::ui {
class LinkButton;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::shell {

/// The help: what is looked for and the list of pages at the left, the page at the right. Nothing is fetched from anywhere.
class HelpPage : public QWidget
{
    Q_OBJECT

public:
    /// \param id  of the page that is shown first
    HelpPage(const QString &folder, const QString &id, QWidget *parent = nullptr);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void translate();
    void list();
    void show(const QString &id);

    QString m_folder;
    QString m_current;
    HelpLibrary m_library;
    ui::PanelHeader *m_header;
    ui::LinkButton *m_close;
    QLineEdit *m_find;
    QListWidget *m_titles;
    QTextBrowser *m_text;
};

/// The names of the widget with the focus and of those around it, innermost first.
QStringList namesAround(const QWidget *widget);

} // namespace simiao::shell
