#pragma once

#include "shell/command_directory.h"
#include "shell/overlay_panel.h"

class QLineEdit;
class QListView;

namespace simiao::ui {
class CandidateModel;
}

namespace simiao::shell {

/// Finds any command by what it is called in either language or in pinyin, and runs it. Lies over the top of its parent.
class CommandPalette : public OverlayPanel
{
    Q_OBJECT

public:
    /// \param directory  outlives the palette
    CommandPalette(CommandDirectory *directory, QWidget *parent);

    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

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
};

} // namespace simiao::shell
