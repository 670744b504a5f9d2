#pragma once

#include "shell/restore_desk.h"
#include "ui/widgets/themed_widget.h"

class QAction;
class QLineEdit;
class QTableView;

namespace simiao::ui {
class LabelRow;
class LinkButton;
class LoadingBar;
class StateView;
class TextLabel;
struct Notice;
} // namespace simiao::ui

namespace simiao::shell {

class NoticeText;

/// In place of the log-in when the database cannot be used: why, which copies there are and what each holds, and the one
/// step that puts a whole copy in its place. What was there is kept beside it.
class RestorePage : public ui::ThemedWidget
{
    Q_OBJECT

public:
    RestorePage(const Error &cause, RestorePorts ports, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A copy stands in the database's place and the person wants to go on.
    void finished();
    void quitRequested();
    void languageRequested();
    void helpRequested();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void layOut();
    void connectParts();
    int currentRow() const;
    void addFile();
    void accept();
    void showDesk();
    void showWords();
    ui::Notice proofNotice() const;

    Error m_cause;
    RestoreDesk *m_desk;
    QAction *m_accept;
    QAction *m_add;
    QAction *m_quit;
    ui::LinkButton *m_help;
    ui::LinkButton *m_language;
    ui::TextLabel *m_title;
    NoticeText *m_message;
    ui::TextLabel *m_words;
    ui::LoadingBar *m_bar;
    QTableView *m_table;
    ui::StateView *m_state;
    NoticeText *m_proof;
    QLineEdit *m_path;
    ui::LabelRow *m_pathRow;
    QWidget *m_choice; ///< all that is for choosing
};

} // namespace simiao::shell
