#pragma once

#include "shell/command_directory.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace simiao::ui {
class CandidateModel;
}

namespace simiao::shell {

/// Finds any command by what it is called in either language or in pinyin, and runs it. Lies over the top of its
/// parent; closed it gives the focus back where it was, caret and selection included.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// \param directory  outlives the palette
    CommandPalette(CommandDirectory *directory, QWidget *parent);

    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void translate();
    void search();
    void place();
    void step(int rows);
    void run();
    bool handleKey(int key);

    CommandDirectory *m_directory;
    QLineEdit *m_input;
    ui::CandidateModel *m_model;
    QListView *m_list;
    QList<CommandDirectory::Found> m_found;
    QPointer<QWidget> m_before; ///< had the focus when the palette opened
};

} // namespace simiao::shell
