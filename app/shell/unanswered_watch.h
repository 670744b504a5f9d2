#pragma once

#include "sdk/desk.h"
#include "workflow/ports/unanswered_saves.h"

#include <QMap>
#include <QMenu>

namespace simiao::shell {

class BarButton;
class CommandRegistry;
class DeskSwitch;
class SessionDesk;

/// Saves of this person that the server has not answered: how many and since when at the top of the window, which acts and whose
/// charts in the menu there. What became of them is told; one that was not stored stays until the person has taken it from the list.
/// Names of patients stand in the menu only, which is there while it is read.
class UnansweredWatch : public QObject
{
    Q_OBJECT

public:
    /// \param button  at the top; hidden while there is nothing. All outlive this
    UnansweredWatch(SessionDesk *desk, DeskSwitch *desks, BarButton *button, QObject *parent = nullptr);

    /// Makes the list known as shell.unanswered.
    void offer(CommandRegistry *commands, QWidget *window);
    /// Shows and tells what is known; first when somebody listens.
    void translate();

Q_SIGNALS:
    /// No page of this person shows charts: whom to look for, in words.
    void chartMissing(const QString &words);
    /// What became of each is known: that it is not known yet must not be read any longer.
    void allAnswered();

private:
    using Save = workflow::UnansweredSave;

    void show();
    void tellStored();
    void tellNotStored();
    std::vector<Save> ofFate(Save::Fate fate) const;
    void fillMenu();
    void addSave(const Save &save);
    void learnNames();
    void openChart(const Save &save);
    QWidget *pageFor(const QString &act) const;
    QString timeOf(Instant instant) const;
    /// "10:42 sign a visit"
    QString words(const Save &save) const;
    QString whom(const Save &save) const;
    QString listed(const std::vector<Save> &saves) const;

    SessionDesk *m_desk;
    DeskSwitch *m_desks;
    BarButton *m_button;
    workflow::UnansweredSaves *m_saves; ///< null: nothing is sent anywhere
    QMenu m_menu;
    QAction *m_show;
    std::map<Id<administration::Patient>, QString> m_names; ///< name and number
};

} // namespace simiao::shell
