#include "support/fake_desk.h"

#include <algorithm>

namespace simiao::test {

using workflow::DraftEntry;

void MemoryDrafts::record(DraftEntry entry)
{
    const auto known = std::ranges::find_if(m_entries, [&entry](const DraftEntry &other) {
        return other.draft == entry.draft && other.field == entry.field;
    });
    if (known == m_entries.end()) {
        if (!entry.text.isEmpty())
            m_entries.push_back(std::move(entry));
    } else if (entry.text.isEmpty()) {
        m_entries.erase(known);
    } else {
        *known = std::move(entry);
    }
}

void MemoryDrafts::discard(Uuid draft)
{
    std::erase_if(m_entries, [draft](const DraftEntry &entry) { return entry.draft == draft; });
}

Task<Result<void>> MemoryDrafts::flush()
{
    if (failure)
        co_return Result<void>(*failure);
    co_return ok();
}

std::vector<DraftEntry> MemoryDrafts::entriesOf(Uuid draft) const
{
    std::vector<DraftEntry> found;
    std::ranges::copy_if(m_entries, std::back_inserter(found),
                         [draft](const DraftEntry &entry) { return entry.draft == draft; });
    return found;
}

std::vector<Uuid> MemoryDrafts::drafts() const
{
    std::vector<Uuid> found;
    for (const auto &entry : m_entries) {
        if (std::ranges::find(found, entry.draft) == found.end())
            found.push_back(entry.draft);
    }
    return found;
}

FakeDesk::FakeDesk(QObject *parent)
    : Desk(parent)
    , m_world(aWorld(m_store))
{
    referenceData.dosage = someDosageTerms();
}

FakeDesk::~FakeDesk() = default;

void FakeDesk::speak(const QLocale &locale)
{
    language = locale;
    Q_EMIT languageChanged();
}

std::vector<sdk::Panel> FakeDesk::visitPanels(const QString &point, sdk::Visit *visit, QWidget *parent)
{
    return panels ? panels(point, visit, parent) : std::vector<sdk::Panel>{};
}

Result<void> FakeDesk::setPluginEnabled(const QString &id, bool isEnabled)
{
    disabledPlugins.removeAll(id);
    if (!isEnabled)
        disabledPlugins.append(id);
    return ok();
}

} // namespace simiao::test
