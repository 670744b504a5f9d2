#include "imaging/views/character_commands.h"

#include "imaging/views/character_line.h"
#include "imaging/views/characters_dialog.h"
#include "imaging/views/command_action.h"

namespace simiao::viewer {

CharacterCommands::CharacterCommands(sdk::Visit *visit,
                                     std::shared_ptr<workflow::ImageSource> source,
                                     QWidget *panel)
    : QObject(panel)
    , m_source(source)
    , m_panel(panel)
    , m_characters(new StudyCharacters(visit, std::move(source), this))
    , m_line(new CharacterLine(m_characters))
    , m_open(commandAction(this, QStringLiteral("imaging.characters"), {Qt::SHIFT | Qt::Key_C}, [this] {
        showDialog();
    }))
{
    connect(m_characters, &StudyCharacters::changed, this, &CharacterCommands::follow);
    connect(m_line, &CharacterLine::listWanted, this, &CharacterCommands::showDialog);
    retranslate();
    follow();
}

void CharacterCommands::retranslate()
{
    m_open->setText(tr("Characters…"));
    m_open->setToolTip(tr("Names that are shown as nonsense: choose how they are written"));
}

void CharacterCommands::follow()
{
    m_open->setEnabled(m_characters->canChoose());
}

void CharacterCommands::showDialog()
{
    if (!m_characters->canChoose() || m_panel->findChild<CharactersDialog *>())
        return;
    auto *dialog = new CharactersDialog(new CharacterReadings(m_source, m_characters->shown()),
                                        m_characters->current(), m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CharactersDialog::chosen, m_characters, &StudyCharacters::choose);
    dialog->open();
}

} // namespace simiao::viewer
