#pragma once

#include "imaging/models/character_readings.h"
#include "ui/models/table_model.h"

namespace simiao::viewer {

/// What a study would be called by each character set.
class CharacterTable : public ui::TableModel<CharacterReading>
{
    Q_OBJECT

public:
    enum Column { Characters, Patient, Descriptions, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    static QString words(const CharacterReading &reading, int column);
};

} // namespace simiao::viewer
