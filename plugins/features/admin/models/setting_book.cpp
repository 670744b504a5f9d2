#include "admin/models/setting_book.h"

#include "admin/models/words.h"

#include <QCoroTask>

namespace simiao::admin {

using administration::Setting;
using administration::SettingLevel;

SettingBook::SettingBook(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(new SettingTableModel(desk, this))
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &SettingBook::changed);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &SettingBook::reload);
    connect(m_table, &SettingTableModel::chosen, this, &SettingBook::choose);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<Setting>(receipt))
                    reload();
            });
    reload();
}

void SettingBook::reload()
{
    QCoro::connect(workflow::settingRows(m_desk->context()), this,
                   [this](const Result<std::vector<Setting>> &rows) { take(rows); });
}

void SettingBook::retranslate()
{
    m_table->refresh();
    Q_EMIT changed();
}

void SettingBook::take(const Result<std::vector<Setting>> &rows)
{
    if (!rows)
        return m_state->fail(Words::refusal(rows.error(), *m_desk));
    m_table->replace(settingLines(m_desk->reference().settings, *rows));
    m_state->take(m_table->rowCount() > 0
                      ? ui::ViewState::ready()
                      : ui::ViewState::empty(tr("Nothing can be chosen"),
                                             tr("rules/settings.json of the program lists no setting.")));
    Q_EMIT changed();
}

void SettingBook::choose(SettingLevel level, const QString &key, const QString &value)
{
    const auto context = m_desk->context();
    const auto act = QStringLiteral("%1 %2=%3").arg(codeOf(level), key, value);
    const auto command = m_command.idFor(act, context);
    QCoro::connect(workflow::changeSetting(context, command, m_desk->reference().settings, level, key, value),
                   this, [this](const Result<Setting> &stored) { takeChoice(stored); });
}

void SettingBook::takeChoice(const Result<Setting> &stored)
{
    m_command.answered(stored);
    if (!stored)
        return m_desk->showError(stored.error());
    for (const auto &line : m_table->rows()) {
        if (line.rule.key != stored->key)
            continue;
        const auto title = line.rule.title.in(m_desk->locale().name());
        m_desk->showDone(QStringLiteral("%1: %2").arg(
            title, stored->value.isEmpty() ? tr("as above") : m_table->shown(line, stored->value)));
    }
}

} // namespace simiao::admin
