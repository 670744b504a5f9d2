#include "workflow/ports/store.h"

namespace simiao::workflow {

namespace {

/// Answers what was answered before, in the order in which it was asked, and notes what comes after that.
class KnownRows : public Reader
{
public:
    /// From the first question on.
    void restart()
    {
        m_next = 0;
        m_missing.clear();
    }
    bool isMissing() const { return !m_missing.empty(); }
    /// What to ask the store; its answer is kept here.
    std::vector<Question> missing()
    {
        m_missing.front().take = [this](const std::vector<Row> &rows) {
            m_known.push_back(rows);
            return ok();
        };
        return m_missing;
    }

private:
    Result<void> answer(const Question &question) override
    {
        if (m_next < m_known.size())
            return question.take(m_known[m_next++]);
        m_missing = {question};
        return Error{ErrorKind::Internal, QStringLiteral("store.not-read-yet")};
    }

    std::vector<std::vector<Row>> m_known;
    std::size_t m_next = 0;
    std::vector<Question> m_missing;
};

} // namespace

Task<Result<Receipt>> Store::decide(Uuid command, Decision decision)
{
    const auto rows = std::make_shared<KnownRows>();
    auto work = decision(*rows);
    while (rows->isMissing()) {
        auto asking = ask(rows->missing());
        const auto asked = co_await asking;
        rows->restart();
        work = asked ? decision(*rows) : Result<UnitOfWork>(asked.error());
    }
    if (work) {
        auto storing = commit(*std::move(work));
        co_return co_await storing;
    }
    auto repeating = receiptOf(command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Receipt>(*earlier);
    co_return std::move(work).error();
}

} // namespace simiao::workflow
