package kwix.language.node.thunk;

import kwix.language.node.KwixNode;
import kwix.language.value.Budget;

/** What all thunks of one suspended expression share. */
record ThunkCode(KwixNode body, Budget budget) {}
