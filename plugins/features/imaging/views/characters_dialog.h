#pragma once

#include "imaging/models/character_readings.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace simiao::ui {
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::viewer {

class CharacterTable;

/// Every way to read the names of a study, with what comes of each. Up and Down go through them, Enter chooses.
class CharactersDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param readings  owned, \param current  the set that holds now
    CharactersDialog(CharacterReadings *readings, const QString &current, QWidget *parent = nullptr);

    /// The row that would be chosen, in words.
    QString text() const;

Q_SIGNALS:
    /// \param characterSet  as ImageSource::readTexts
    void chosen(const QString &characterSet);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void follow();
    void choose();

    CharacterReadings *m_readings;
    QString m_current;
    CharacterTable *m_model;
    QTableView *m_table;
    ui::StateView *m_state;
    ui::TextLabel *m_question;
    ui::TextLabel *m_consequence;
    QPushButton *m_use;
    QPushButton *m_close;
};

} // namespace simiao::viewer
