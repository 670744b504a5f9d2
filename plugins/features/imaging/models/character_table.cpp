#include "imaging/models/character_table.h"

#include "imaging/models/character_words.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::viewer {

QString CharacterTable::words(const CharacterReading &reading, int column)
{
    switch (column) {
    case Characters: return charactersTitle(reading.characterSet, reading.declared);
    case Patient:
        if (!reading.isRead)
            return QStringLiteral("…");
        if (!reading.isClean && !reading.characterSet.isEmpty())
            return tr("Does not fit");
        return reading.names.isEmpty() ? tr("No name") : reading.names.join(QStringLiteral("; "));
    case Descriptions:
        return reading.isClean || reading.characterSet.isEmpty()
            ? reading.descriptions.join(QStringLiteral(" · "))
            : QString();
    default: return {};
    }
}

QVariant CharacterTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &reading = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return words(reading, index.column());
    case Qt::ToolTipRole: return ui::plainToolTip(words(reading, index.column()));
    case ui::TableSecondaryRole: return index.column() == Descriptions || !reading.isClean;
    default: return {};
    }
}

QString CharacterTable::heading(int column) const
{
    switch (column) {
    case Characters: return tr("Characters");
    case Patient: return tr("Patient");
    case Descriptions: return tr("Study and series");
    default: return {};
    }
}

} // namespace simiao::viewer
