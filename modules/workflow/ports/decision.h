#pragma once

#include "core/try.h"
#include "workflow/ports/question.h"
#include "workflow/ports/unit_of_work.h"

#include <functional>

namespace simiao::workflow {

/// What a decision reads the store with: `rows.get(one(id))`, `rows.get(all(query::x, y))`, `rows.get(several(ids))`.
/// \thread  that of the store, while it decides
class Reader
{
public:
    virtual ~Reader() = default;

    /// The answer, as Store::ask() gives it; NotFound `store.not-found`, Corrupt `row.hash`.
    template <typename Asked>
    Result<typename Asked::Answer> get(const Asked &asked)
    {
        typename Asked::Answer found;
        std::vector<Question> questions;
        asked.addTo(questions, found);
        for (const auto &question : questions) {
            TRY_VOID(answer(question));
        }
        return found;
    }

private:
    virtual Result<void> answer(const Question &question) = 0;
};

/// What an act stores, said from what it reads; or the reason against it. The same rows give the same questions and the same
/// work: a store may ask it more than once before it commits. It owns what it needs, as it runs on another thread.
using Decision = std::function<Result<UnitOfWork>(Reader &rows)>;

} // namespace simiao::workflow
