#pragma once

#include "shell/desk_list.h"

#include <QAction>
#include <QObject>

#include <functional>

class QMenu;
class QStackedWidget;

namespace simiao::shell {

class CommandRegistry;
class InterfaceLanguage;

/// The desks of a session, one page each, made when it is first opened. Ctrl+1 … Ctrl+9 go there.
class DeskSwitch : public QObject
{
    Q_OBJECT

public:
    using PageMaker = std::function<QWidget *(const DeskEntry &desk)>;

    /// \param pages, language  outlive the switch
    DeskSwitch(std::vector<DeskEntry> desks,
               PageMaker makePage,
               QStackedWidget *pages,
               const InterfaceLanguage *language,
               QObject *parent = nullptr);

    /// Makes the actions known as shell.desk.<code> and lets their keys work in `window`.
    void offer(CommandRegistry *commands, QWidget *window) const;
    void fill(QMenu *menu) const;

    qsizetype count() const { return qsizetype(m_places.size()); }
    qsizetype current() const { return m_current; }
    QString currentTitle() const;
    /// Shows the desk and gives it the focus.
    void open(qsizetype index);
    /// The same for one of pages().
    void openPage(const QWidget *page);
    /// The pages made so far.
    QList<QWidget *> pages() const;

Q_SIGNALS:
    void opened(qsizetype index);
    void retitled();

private:
    struct Place
    {
        DeskEntry desk;
        QAction *action = nullptr;
        QWidget *page = nullptr;
    };

    void translate();
    void addPlace(DeskEntry desk);

    PageMaker m_makePage;
    QStackedWidget *m_pages;
    const InterfaceLanguage *m_language;
    std::vector<Place> m_places;
    qsizetype m_current = -1;
};

} // namespace simiao::shell
