#include "imaging/views/characters_dialog.h"

#include "imaging/models/character_table.h"
#include "imaging/models/character_words.h"
#include "imaging/views/search_parts.h"
#include "sdk/desk.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::viewer {

namespace {

constexpr QSize kSize{860, 460};

QTableView *tableOf(CharacterTable *model)
{
    auto *table = answerTable(QStringLiteral("imaging.characters.list"), model);
    auto *header = table->horizontalHeader();
    header->resizeSection(CharacterTable::Characters, 270);
    header->resizeSection(CharacterTable::Patient, 230);
    header->setSectionResizeMode(CharacterTable::Descriptions, QHeaderView::Stretch);
    return table;
}

} // namespace

CharactersDialog::CharactersDialog(CharacterReadings *readings, const QString &current, QWidget *parent)
    : QDialog(parent)
    , m_readings(readings)
    , m_current(current)
    , m_model(new CharacterTable(this))
    , m_table(tableOf(m_model))
    , m_state(new ui::StateView(m_table))
    , m_question(new ui::TextLabel({}))
    , m_consequence(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_use(searchButton(QStringLiteral("imaging.characters.use")))
    , m_close(searchButton(QStringLiteral("imaging.characters.close")))
{
    setObjectName(QStringLiteral("imaging.charactersDialog"));
    readings->setParent(this);
    m_use->setDefault(true);
    layOut();
    m_table->installEventFilter(this);
    connect(m_use, &QPushButton::clicked, this, &CharactersDialog::choose);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &QTableView::doubleClicked, this, &CharactersDialog::choose);
    connect(readings, &CharacterReadings::changed, this, &CharactersDialog::follow);
    retranslate();
    resize(kSize);
    const auto row = offeredCharacters().indexOf(current);
    m_table->setCurrentIndex(m_model->index(int(qMax(row, qsizetype(0))), 0));
    m_table->setFocus();
}

void CharactersDialog::layOut()
{
    m_consequence->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_use);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_state, 1);
    column->addWidget(m_consequence);
    column->addLayout(buttons);
}

void CharactersDialog::retranslate()
{
    setWindowTitle(tr("Characters of the study"));
    m_question->setText(tr("The names in this study are written in:"));
    m_consequence->setText(
        tr("The choice is noted on the record and holds for everybody who opens the study. Its files "
           "stay as they are."));
    m_use->setText(tr("Read like this"));
    m_close->setText(tr("Cancel"));
    m_table->setAccessibleName(tr("Character sets, with the names as each reads them"));
    follow();
}

void CharactersDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CharactersDialog::follow()
{
    m_model->replace(m_readings->all());
    const auto &error = m_readings->error();
    m_state->setState(error ? ui::ViewState::error(sdk::errorText(*error), {}, {}, false)
                            : ui::ViewState::ready());
    m_use->setEnabled(!error);
}

void CharactersDialog::choose()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || m_readings->error())
        return;
    const auto wanted = m_model->at(row).characterSet;
    accept();
    if (wanted != m_current)
        Q_EMIT chosen(wanted);
}

bool CharactersDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QString CharactersDialog::text() const
{
    const int row = m_table->currentIndex().row();
    QStringList words;
    for (int column = 0; row >= 0 && column < m_model->columnCount(); ++column)
        words.append(m_model->index(row, column).data().toString());
    return words.join(QStringLiteral(" | "));
}

} // namespace simiao::viewer
